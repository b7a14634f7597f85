/**
 * SciJava commands: each reads its parameters, calls the rooms that do the work, and hands out the results. What makes
 * them usable from ImageJ 1.x menus, macros and headless batches lives in {@code ij1}.
 */
package io.github.vertebraj.command;
