/**
 * Six points of a vertebral body, the heights between them and what is lost of them.
 */
package io.github.vertebraj.reading.morphometry;
