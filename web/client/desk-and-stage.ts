import './client.ts';
import { takeOverDesk } from './desk-client.ts';
import { takeOverStage } from './stage-client.ts';

// The script of the desk and the stage, which few pages load.
takeOverDesk();
takeOverStage();
