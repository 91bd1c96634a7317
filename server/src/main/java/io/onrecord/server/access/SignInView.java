package io.onrecord.server.access;

/**
 * The form for a token.
 *
 * @param to where it leads when the token is right
 * @param problem why the last one was refused; empty where there was none
 */
public record SignInView(String to, String problem) {}
