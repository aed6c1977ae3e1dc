using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Cli.Classify;

/// <summary>Classifies a file of records: a JSON object with <c>id</c>, <c>title</c>, <c>text</c> and perhaps <c>lang</c> and
/// <c>published</c>, a time, or <c>date</c>, a day, on each line.</summary>
internal static class CorpusClassifier
{
    /// <summary>Reads records and writes a verdict a line, to standard output where no file is named; offsets of evidence count in the record's <c>text</c>.</summary>
    /// <exception cref="UsageException">A file cannot be read or written, or a line is not such a record.</exception>
    public static async Task RunAsync(string corpus, string? output, CancellationToken cancellation)
    {
        var classifier = new AgreementClassifier();
        try
        {
            var lines = new List<string>();
            await foreach (var record in ReadAsync(corpus, cancellation))
                lines.Add(Classify(classifier, record));
            if (output is not null)
                await File.WriteAllLinesAsync(output, lines, cancellation);
            else
                foreach (var line in lines)
                    await Console.Out.WriteLineAsync(line.AsMemory(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(failure.Message, failure);
        }
    }

    /// <summary>Writes to standard output why each record is read as it is, under its id.</summary>
    /// <exception cref="UsageException">The file cannot be read, or a line is not such a record.</exception>
    public static async Task ExplainAsync(string corpus, CancellationToken cancellation)
    {
        var classifier = new AgreementClassifier();
        try
        {
            await foreach (var record in ReadAsync(corpus, cancellation))
                await Console.Out.WriteLineAsync($"# {record.Id}\n{classifier.Explain(Input(record))}".AsMemory(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(failure.Message, failure);
        }
    }

    private static async IAsyncEnumerable<CorpusRecord> ReadAsync(string corpus, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(corpus, cancellation))
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
                yield return Read(line, corpus, number);
        }
    }

    private static CorpusRecord Read(string line, string corpus, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ClassifyJson.Default.CorpusRecord)
                ?? throw new JsonException("null is not a record");
        }
        catch (JsonException failure)
        {
            throw new UsageException($"{corpus} line {number} is not a record with id and text: {failure.Message}", failure);
        }
    }

    private static string Classify(AgreementClassifier classifier, CorpusRecord record)
    {
        var input = Input(record);
        var started = Stopwatch.GetTimestamp();
        var found = classifier.Classify(input);
        return Line(record.Id, found, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3));
    }

    private static ClassifierInput Input(CorpusRecord record)
        => new(record.Title ?? "", record.Text) { Language = record.Lang, Published = record.Published ?? Noon(record.Date) };

    /// <summary>Noon in UTC is the same day in nearly every zone. By a month or a year alone, "on Sunday" is no day.</summary>
    private static DateTimeOffset? Noon(ToldDay? date) => date is { Grain: DateGrain.Day } told ? new(told.First, new(12, 0), TimeSpan.Zero) : null;

    /// <summary>A verdict as one line of JSON.</summary>
    /// <param name="id">Of the record, or what was named on the command line.</param>
    /// <param name="found">The verdict.</param>
    /// <param name="milliseconds">What it took; null where not measured.</param>
    public static string Line(string id, Classification found, double? milliseconds)
        => JsonSerializer.Serialize(
            new(id, found.Flagged, found.Score, [.. found.Agreements.Where(agreement => !agreement.Denies)], milliseconds) { Mentions = found.Mentions, Second = found.Second }, ClassifyJson.Default.CorpusVerdict);
}
