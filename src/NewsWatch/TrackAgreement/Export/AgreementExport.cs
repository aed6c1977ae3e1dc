using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>Formats agreements are exported in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExportFormat>))]
public enum ExportFormat
{
    /// <summary>A row a dyad, agreement and stage (<see cref="DyadCsv"/>).</summary>
    [JsonStringEnumMemberName("csv")] Csv,

    /// <summary>A line of JSON an agreement (<see cref="AgreementRecord"/>).</summary>
    [JsonStringEnumMemberName("jsonl")] JsonLines,

    /// <summary>A STIX 2.1 bundle (<see cref="StixBundle"/>).</summary>
    [JsonStringEnumMemberName("stix")] Stix,
}

/// <summary>Exports the ledger, with evidence and links.</summary>
public sealed class AgreementExport(DossierStore dossiers)
{
    /// <summary>Agreements of which anything stands, in the order of ids.</summary>
    public async IAsyncEnumerable<AgreementRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            if (AgreementRecord.Of(dossier) is { Stages.Count: > 0 } record)
                yield return record;
    }

    /// <summary>The media type of a format.</summary>
    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.JsonLines => "application/jsonl; charset=utf-8",
        _ => "application/stix+json;version=2.1",
    };

    /// <summary>Writes every agreement.</summary>
    public Task WriteAsync(Stream output, ExportFormat format, CancellationToken cancellation)
        => WriteAsync(output, format, ReadAsync(cancellation), cancellation);

    /// <summary>Writes some agreements.</summary>
    public static async Task WriteAsync(
        Stream output, ExportFormat format, IAsyncEnumerable<AgreementRecord> agreements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(agreements);
        switch (format)
        {
            case ExportFormat.Csv:
                await DyadCsv.WriteAsync(output, agreements, cancellation);
                break;
            case ExportFormat.JsonLines:
                await foreach (var record in agreements.WithCancellation(cancellation))
                {
                    await JsonSerializer.SerializeAsync(output, record, ExportJson.Default.AgreementRecord, cancellation);
                    await output.WriteAsync("\n"u8.ToArray(), cancellation);
                }
                break;
            default:
                var records = new List<AgreementRecord>();
                await foreach (var record in agreements.WithCancellation(cancellation))
                    records.Add(record);
                await JsonSerializer.SerializeAsync(output, StixBundle.Of(records), StixJson.Default.JsonObject, cancellation);
                break;
        }
    }
}
