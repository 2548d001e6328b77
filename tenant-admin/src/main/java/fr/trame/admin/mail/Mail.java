package fr.trame.admin.mail;

/** @param key the same for the same mail sent again, so that mailboxes recognise a repetition */
public record Mail(String to, String subject, String text, String key) {}
