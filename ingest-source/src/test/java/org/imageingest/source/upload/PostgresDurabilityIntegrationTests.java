package org.imageingest.source.upload;

import javax.sql.DataSource;

import org.imageingest.database.PostgresDurabilityCheck;
import org.imageingest.source.PostgresServer;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PostgresDurabilityIntegrationTests {

	@Test
	void aPostgresThatAnswersBeforeItHasWrittenIsRefused() {
		DataSource dataSource = PostgresServer.shared().newDataSource();
		JdbcClient jdbc = JdbcClient.create(dataSource);

		jdbc.sql("alter user current_user set synchronous_commit = off").update();
		assertThatIllegalStateException().isThrownBy(() -> new PostgresDurabilityCheck(dataSource).afterPropertiesSet())
			.withMessageContaining("synchronous_commit is off");

		jdbc.sql("alter user current_user set synchronous_commit = on").update();
		assertThatCode(() -> new PostgresDurabilityCheck(dataSource).afterPropertiesSet()).doesNotThrowAnyException();
	}

}
