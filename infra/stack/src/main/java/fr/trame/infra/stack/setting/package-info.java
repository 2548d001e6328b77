/**
 * What a stack is made of before anything runs: its parts, ports, folder, secrets and the environment that tells them
 * to the product. Knows the console, for its refusals.
 */
@NullMarked
package fr.trame.infra.stack.setting;

import org.jspecify.annotations.NullMarked;
