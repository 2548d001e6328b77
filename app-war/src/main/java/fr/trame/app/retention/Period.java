package fr.trame.app.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long one document is kept.
 *
 * @param startedOn null while what it is counted from has not happened
 * @param endsOn the last day it is kept, null as long
 */
public record Period(RetentionRule rule, @Nullable LocalDate startedOn, @Nullable LocalDate endsOn) {}
