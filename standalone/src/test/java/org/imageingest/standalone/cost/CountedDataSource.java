package org.imageingest.standalone.cost;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.imageingest.standalone.watch.Watched;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts statements by verb and table.
 */
final class CountedDataSource extends DelegatingDataSource {

	private static final Pattern STATEMENT = Pattern
		.compile("(insert into|update|delete from|select).*?\\b(job|outbox)\\b", Pattern.DOTALL);

	private final Calls calls;

	CountedDataSource(DataSource target, Calls calls) {
		super(target);
		this.calls = calls;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return Watched.of(Connection.class, super.getConnection(), new Watched.Watch() {
			@Override
			public Object returned(Method method, Object[] arguments, Object result) {
				return (result instanceof PreparedStatement statement) ? counted(statement, (String) arguments[0])
						: result;
			}
		});
	}

	private PreparedStatement counted(PreparedStatement statement, String sql) {
		return Watched.of(PreparedStatement.class, statement, new Watched.Watch() {
			@Override
			public void called(Method method) {
				if (method.getName().startsWith("execute")) {
					CountedDataSource.this.calls.add("sql", nameOf(sql));
				}
			}
		});
	}

	private static String nameOf(String sql) {
		Matcher known = STATEMENT.matcher(sql.toLowerCase(Locale.ROOT));
		return known.find() ? known.group(1) + " " + known.group(2) : sql;
	}

}
