package org.imageingest.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Objects;

import org.imageingest.testkit.crash.CrashPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrashPointsTests {

	/** Whoever renames a method finds here that a test of the kill matrix meant it. */
	@ParameterizedTest
	@EnumSource
	void eachPointIsInOneMethodOfTheApps(CrashPoint point) throws IOException {
		String resource = point.type().replace('.', '/') + ".class";
		try (InputStream bytes = getClass().getClassLoader().getResourceAsStream(resource)) {
			List<String> methods = ClassFile.of()
				.parse(Objects.requireNonNull(bytes, resource).readAllBytes())
				.methods()
				.stream()
				.filter((method) -> !method.flags().has(AccessFlag.SYNTHETIC))
				.map((method) -> method.methodName().stringValue() + method.methodType().stringValue())
				.filter(point::isIn)
				.toList();
			assertThat(methods).as(point.name()).hasSize(1);
		}
	}

}
