/**
 * A QR code for paper and walls: level Q still reads with a quarter of it covered, and four modules around it keep what
 * is printed beside it apart (ISO/IEC 18004).
 */
export const CODE_FOR_PAPER = { errorCorrectionLevel: 'Q', margin: 4 } as const;
