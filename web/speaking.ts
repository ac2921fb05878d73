import './client.tsx';
import { takeOverDesk, takeOverStage } from './speaking-client.ts';

// The script of the desk and the stage: few readers carry it.
takeOverDesk();
takeOverStage();
