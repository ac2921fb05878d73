import './client.ts';
import { takeOverQueue } from './queue-client.ts';

// The script of the queue.
takeOverQueue();
