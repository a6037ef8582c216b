package org.imageingest.bulk;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.imageingest.engine.ImageEngines;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the apps, for the one that does not run within the standalone.
 */
@AnalyzeClasses(packages = "org.imageingest.bulk", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesDoNotDependOnEachOtherInCircles = slices().matching("org.imageingest.bulk.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule jobsNeedNoMessages = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.imageingest.messaging..", "org.imageingest.source..", "org.imageingest.processor..",
				"org.imageingest.sink..", "org.imageingest.standalone..");

	/** Hostile bytes meet decoders only in a worker's own process. */
	@ArchTest
	static final ArchRule onlyWorkersMakeEngines = noClasses().should().dependOnClassesThat(type(ImageEngines.class));

	@ArchTest
	static final ArchRule onlyTheStoreNamesKeysOfPublishedObjects = noClasses().should()
		.callMethodWhere(target(owner(type(ObjectKeys.class)))
			.and(target(nameMatching("imageRun|variant|originalRun|original|preview|document|tombstone"))));

	@ArchTest
	static final ArchRule onlyThePublisherCopiesAndReplaces = noClasses().should()
		.callMethodWhere(target(owner(type(ObjectStore.class)))
			.and(target(nameMatching("copy|replace|put|putIfAbsent|delete.*"))));

	@ArchTest
	static final ArchRule awsIsHiddenBehindTheStore = noClasses().should()
		.dependOnClassesThat(resideInAPackage("software.amazon..")
			.and(DescribedPredicate.not(type(software.amazon.awssdk.core.exception.SdkException.class))));

}
