using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli.Classify;

/// <summary>Classifies a file of records: a JSON object with <c>id</c>, <c>title</c>, <c>text</c> and perhaps <c>lang</c> and
/// <c>published</c>, a time, or <c>date</c>, a day, on each line.</summary>
internal static class CorpusClassifier
{
    /// <summary>True for a file of records, by its ending, and for standard input that begins like one.</summary>
    public static bool IsCorpus(string source, ReadOnlySpan<byte> content)
        => source.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || content.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8);

    /// <summary>Reads records and writes a verdict a line; offsets of evidence count in the record's <c>text</c>.</summary>
    /// <param name="corpus">What the records are called in complaints.</param>
    /// <param name="content">The records.</param>
    /// <param name="output">File to write; null or <c>-</c> for standard output.</param>
    /// <param name="screen">Shows how far it has come; where JSON is asked for, evidence is quoted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FailureException">A line is not such a record, or the file cannot be written.</exception>
    public static async Task RunAsync(string corpus, byte[] content, string? output, Screen screen, CancellationToken cancellation)
    {
        var classifier = new AgreementClassifier();
        var records = Read(corpus, content);
        var lines = await Meter.ShowAsync(screen, "Classifying", meter => Task.FromResult(Classify(records, meter)));
        if (OutputFile.IsFile(output))
            await OutputFile.WriteAsync(output, async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false));
                foreach (var line in lines)
                    await writer.WriteLineAsync(line.AsMemory(), cancellation);
            });
        else
            foreach (var line in lines)
                await Screen.Out.WriteLineAsync(line.AsMemory(), cancellation);

        List<string> Classify(List<CorpusRecord> all, Meter meter)
        {
            meter.Expect(all.Count);
            var verdicts = new List<string>(all.Count);
            foreach (var record in all)
            {
                cancellation.ThrowIfCancellationRequested();
                verdicts.Add(CorpusClassifier.Classify(classifier, record, screen.Json));
                meter.Step();
            }
            return verdicts;
        }
    }

    /// <summary>Writes to standard output why each record is read as it is, under its id.</summary>
    /// <exception cref="FailureException">A line is not such a record.</exception>
    public static async Task ExplainAsync(string corpus, byte[] content, CancellationToken cancellation)
    {
        var classifier = new AgreementClassifier();
        foreach (var record in Read(corpus, content))
            await Screen.Out.WriteLineAsync(Outside.Text($"# {record.Id}\n{classifier.Explain(Input(record))}").AsMemory(), cancellation);
    }

    /// <summary>A verdict as one line of JSON.</summary>
    /// <param name="id">Of the record, or what was named on the command line.</param>
    /// <param name="found">The verdict.</param>
    /// <param name="milliseconds">What it took; null where not measured.</param>
    /// <param name="quoted">The text whose words the evidence is quoted with; null for offsets alone.</param>
    public static string Line(string id, Classification found, double? milliseconds, ClassifierInput? quoted)
    {
        FoundAgreement[] shown = [.. found.Agreements.Where(agreement => !agreement.Denies)];
        var verdict = new CorpusVerdict(id, found.Flagged, found.Score, shown, milliseconds)
        {
            Mentions = found.Mentions,
            Second = found.Second,
        };
        var json = JsonSerializer.SerializeToNode(verdict, ClassifyJson.Default.CorpusVerdict)!;
        if (quoted is not null)
            foreach (var (agreement, node) in shown.Zip(json["agreements"]!.AsArray()))
                Quote(agreement, node!, quoted);
        return json.ToJsonString();
    }

    /// <summary>Puts the words that it stands for beside the offsets of each piece of evidence.</summary>
    public static void Quote(FoundAgreement agreement, JsonNode json, ClassifierInput input)
    {
        foreach (var (evidence, node) in agreement.Evidence.Zip(json["evidence"]!.AsArray()))
            node!["quote"] = Words(evidence, input);
    }

    /// <summary>The words that evidence stands for.</summary>
    public static string Words(Evidence evidence, ClassifierInput input)
        => (evidence.InTitle ? input.Title : input.Text)[evidence.Start..evidence.End].ReplaceLineEndings(" ");

    private static List<CorpusRecord> Read(string corpus, byte[] content)
    {
        var records = new List<CorpusRecord>();
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.AsSpan().Trim().Length > 0)
                records.Add(Read(line, InputFile.NameOf(corpus), number));
        return records;
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
            throw new FailureException($"{corpus} line {number} is not a record with id and text: {failure.Message}", failure);
        }
    }

    private static string Classify(AgreementClassifier classifier, CorpusRecord record, bool quotes)
    {
        var input = Input(record);
        var started = Stopwatch.GetTimestamp();
        var found = classifier.Classify(input);
        return Line(record.Id, found, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3), quotes ? input : null);
    }

    private static ClassifierInput Input(CorpusRecord record)
        => new(record.Title ?? "", record.Text) { Language = record.Lang, Published = record.Published ?? Noon(record.Date) };

    /// <summary>Noon in UTC is the same day in nearly every zone. By a month or a year alone, "on Sunday" is no day.</summary>
    private static DateTimeOffset? Noon(ToldDay? date)
        => date is { Grain: DateGrain.Day } told ? new(told.First, new(12, 0), TimeSpan.Zero) : null;
}
