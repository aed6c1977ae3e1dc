using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsWatch.Review.Search;

/// <summary>What the words of a query find, by number, the newest first.</summary>
internal static class WordMatch
{
    /// <summary>
    /// Numbers of the articles with the words. A common word is in every article: they are handed out one by one, straight from the
    /// library, so that who has enough can stop.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="match">The words as FTS5 has them.</param>
    /// <param name="first">The lowest number that is of use.</param>
    /// <param name="last">The highest.</param>
    public static IEnumerable<int> Of(SqliteConnection connection, string match, int first, int last)
    {
        Check(connection, raw.sqlite3_prepare_v2(
            connection.Handle!, "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC", out var statement));
        using (statement)
        {
            Check(connection, raw.sqlite3_bind_text(statement, 1, match));
            Check(connection, raw.sqlite3_bind_int(statement, 2, first));
            Check(connection, raw.sqlite3_bind_int(statement, 3, last));
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                yield return raw.sqlite3_column_int(statement, 0);
            if (step != raw.SQLITE_DONE)
                Check(connection, step);
        }
    }

    /// <summary>Those of some articles, by number, that have the words, in the order given.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="match">The words as FTS5 has them.</param>
    /// <param name="docs">The articles.</param>
    public static IEnumerable<int> Among(SqliteConnection connection, string match, IEnumerable<int> docs)
    {
        Check(connection, raw.sqlite3_prepare_v2(
            connection.Handle!, "SELECT 1 FROM words WHERE words MATCH ?1 AND rowid = ?2", out var statement));
        using (statement)
        {
            Check(connection, raw.sqlite3_bind_text(statement, 1, match));
            foreach (var doc in docs)
            {
                Check(connection, raw.sqlite3_bind_int(statement, 2, doc));
                var step = raw.sqlite3_step(statement);
                if (step == raw.SQLITE_ROW)
                    yield return doc;
                else if (step != raw.SQLITE_DONE)
                    Check(connection, step);
                Check(connection, raw.sqlite3_reset(statement));
            }
        }
    }

    /// <summary>The terms of a query as FTS5 has them.</summary>
    /// <param name="terms">The terms, one of which is wanted at least.</param>
    /// <param name="inTitle">True for those wanted in the title.</param>
    public static string Of(IReadOnlyList<SearchTerm> terms, bool inTitle = false)
    {
        var wanted = string.Join(" AND ", terms.Where(term => !term.Excludes).Select(term => term.Match));
        if (inTitle)
            return $"title : ({wanted})";
        var unwanted = string.Join(" OR ", terms.Where(term => term.Excludes).Select(term => term.Match));
        return unwanted.Length == 0 ? wanted : $"({wanted}) NOT ({unwanted})";
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(SqliteConnection connection, int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
