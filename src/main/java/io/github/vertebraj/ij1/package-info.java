/**
 * The door between SciJava commands and ImageJ 1.x: plugin menu entries, macro options, dialogs, the macro recorder,
 * outputs that the next macro line finds, and starts without Fiji, with a display or without. A command knows nothing
 * of this: it is its parameters and its call. Commands are reached by name through SciJava; no room is imported here.
 */
package io.github.vertebraj.ij1;
