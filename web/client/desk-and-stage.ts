import './client.ts';
import { takeOverDesk, takeOverStage } from './desk-client.ts';

// The script of the desk and the stage, which few pages load.
takeOverDesk();
takeOverStage();
