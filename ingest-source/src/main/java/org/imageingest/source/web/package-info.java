/**
 * What all answers have in common: errors as problem documents.
 */
@NullMarked
package org.imageingest.source.web;

import org.jspecify.annotations.NullMarked;
