using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NewsWatch.Storage;

namespace NewsWatch.Review.Security;

/// <summary>Data-protection keys as blobs <c>keys/{name}.xml</c>, shared by every instance of the host.</summary>
/// <remarks>The interface is synchronous: keys are read once a day and written once in ninety days, so waiting here holds nobody up.</remarks>
internal sealed class BlobKeyRing(IBlobs blobs, DamagedRecords damaged) : IXmlRepository
{
    private const string Prefix = "keys/";
    private const string Suffix = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var name = $"{Prefix}{friendlyName.ToLowerInvariant()}{Suffix}";
        blobs.WriteAsync(name, content, WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var name in blobs.ListRecordsAsync(Prefix, damaged, name => name.EndsWith(Suffix, StringComparison.Ordinal), CancellationToken.None).ConfigureAwait(false))
            if (await blobs.ReadAsync(name, CancellationToken.None).ConfigureAwait(false) is { } blob && Parse(name, blob) is { } element)
                elements.Add(element);
        return elements;
    }

    /// <summary>A key; null where it is damaged: what it protected is asked for again, and the others go on.</summary>
    private XElement? Parse(string name, StoredBlob blob)
    {
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(blob.Content.Span));
        }
        catch (XmlException damage)
        {
            damaged.Note(name, damage.Message);
            return null;
        }
    }
}
