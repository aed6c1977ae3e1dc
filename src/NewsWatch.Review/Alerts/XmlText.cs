using System.Text;
using System.Xml;

namespace NewsWatch.Review.Alerts;

/// <summary>Documents of XML in UTF-8.</summary>
internal static class XmlText
{
    public static byte[] Write(Action<XmlWriter> document)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            document(xml);
        return buffer.ToArray();
    }
}
