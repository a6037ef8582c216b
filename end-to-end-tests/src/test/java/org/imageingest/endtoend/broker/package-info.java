/**
 * A RabbitMQ to test with, wherever it is found.
 */
@NullMarked
package org.imageingest.endtoend.broker;

import org.jspecify.annotations.NullMarked;
