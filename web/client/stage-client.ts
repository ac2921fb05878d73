import { connect, LiveSection } from './live-section.ts';

/** The stage: follows its thread, counts readers, and shows a lost connection. */
export function takeOverStage(): void {
  const stage = document.getElementById('stage');
  if (!stage) return;
  const threadId = stage.dataset['thread']!;
  let readers = 0;
  const showReaders = (): void => {
    const line = redrawn.root.querySelector<HTMLElement>('.readers');
    const { readersOne, readersOther } = redrawn.root.dataset;
    const some = (readers === 1 ? readersOne : readersOther) ?? '';
    if (line) line.textContent = readers === 0 ? '' : some.replace('#', String(readers));
  };
  const redrawn = new LiveSection('stage', () => {
    showReaders();
    offerFullScreen();
  });
  showControlsOnMovement();
  const socket = connect(redrawn, 'thread:join', threadId);
  socket.on('thread:changes', () => void redrawn.look());
  socket.on('thread:presence', (presence: { readers: number }) => {
    readers = presence.readers;
    showReaders();
  });
}

/** Time for which the controls of a stage stay after the pointer has moved, in milliseconds. */
const RESTING_MS = 3_000;

/** Hides what is pressed until the pointer moves; F is the whole screen. */
function showControlsOnMovement(): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const showControls = (): void => {
    document.body.classList.remove('resting');
    clearTimeout(resting);
    resting = setTimeout(() => document.body.classList.add('resting'), RESTING_MS);
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin']) document.addEventListener(type, showControls);
  showControls();
  offerFullScreen();
  document.addEventListener('keydown', ({ key }) => key === 'f' && changeFullScreen());
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-full]')) changeFullScreen();
  });
}

function offerFullScreen(): void {
  const button = document.querySelector<HTMLElement>('[data-full]');
  if (button) button.hidden = !document.fullscreenEnabled;
}

function changeFullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
    () => undefined,
  );
}
