using System.Xml;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Text to a tree. No document type is ever processed: nothing is expanded, nothing fetched.</summary>
internal static class FeedTree
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    /// <summary>Null where the text is not well-formed, with the reason.</summary>
    public static XElement? TryLoad(string text, out string reason)
    {
        reason = "";
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XDocument.Load(reader, LoadOptions.None).Root;
        }
        catch (XmlException error)
        {
            reason = error.Message;
            return null;
        }
    }
}
