/** What the panels show and what can be done in them, without a window: observable, with immutable snapshots. */
package io.github.vertebraj.ui.model;
