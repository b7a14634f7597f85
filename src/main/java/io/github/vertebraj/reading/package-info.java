/**
 * What readers name and rate: vertebral levels, sites, region names and label schemes.
 */
package io.github.vertebraj.reading;
