/**
 * Real files (PDF, DOCX, XLSX, ODT) made from short texts, the same bytes each time.
 * Owns the notation of those texts and how each format is written.
 * Knows the libraries of the formats, and nothing of the demonstration.
 */
@NullMarked
package fr.trame.infra.demo.file;

import org.jspecify.annotations.NullMarked;
