package org.imageingest.testkit.crash;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;

import org.jspecify.annotations.Nullable;

/**
 * Puts a call into the method of each point.
 */
final class CrashTransformer implements ClassFileTransformer {

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, String name, @Nullable Class<?> redefined,
			@Nullable ProtectionDomain domain, byte[] bytes) {
		byte[] changed = null;
		if (loader != null && name.startsWith("org/imageingest/")) {
			for (CrashPoint point : CrashPoint.values()) {
				if (point.type().replace('.', '/').equals(name)) {
					changed = insert(point, loader, (changed != null) ? changed : bytes);
				}
			}
		}
		return changed;
	}

	private static byte[] insert(CrashPoint point, ClassLoader loader, byte[] bytes) {
		try {
			// The hierarchy is needed for the frames; the classes lie in nested jars.
			ClassFile file = ClassFile
				.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
			return file.transformClass(file.parse(bytes),
					ClassTransform.transformingMethodBodies((method) -> isMeant(point, method), new Insertion(point)));
		}
		catch (RuntimeException ex) {
			// The JVM would take no notice, and the process would not die where it
			// should.
			System.err.println("Crash point " + point + " cannot be set: " + ex);
			Runtime.getRuntime().halt(1);
			throw ex;
		}
	}

	/** A bridge only calls the method that is meant. */
	private static boolean isMeant(CrashPoint point, MethodModel method) {
		return !method.flags().has(AccessFlag.SYNTHETIC)
				&& point.isIn(method.methodName().stringValue() + method.methodType().stringValue());
	}

	/**
	 * The call, first or last in a method.
	 *
	 * @param point where
	 */
	private record Insertion(CrashPoint point) implements CodeTransform {

		private static final ClassDesc CRASH = ClassDesc.of("org.imageingest.testkit.crash.Crash");

		private static final MethodTypeDesc TEXT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

		@Override
		public void atStart(CodeBuilder code) {
			if (this.point.isAtEntry()) {
				call(code);
			}
		}

		@Override
		public void accept(CodeBuilder code, CodeElement element) {
			if (element instanceof ReturnInstruction && !this.point.isAtEntry()) {
				call(code);
			}
			code.with(element);
		}

		private void call(CodeBuilder code) {
			code.loadConstant(this.point.name()).invokestatic(CRASH, "reached", TEXT);
		}

	}

}
