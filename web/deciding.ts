import './client.tsx';
import { takeOverQueue } from './queue-client.ts';

// The script of the queue.
takeOverQueue();
