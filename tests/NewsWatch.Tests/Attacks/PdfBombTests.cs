using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Documents;

namespace NewsWatch.Tests.Attacks;

/// <summary>PDFs made to fill the memory, the stack or the time: each ends in a reason, and its thread with it.</summary>
public sealed class PdfBombTests
{
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    private const string Words = "BT /F1 11 Tf 60 700 Td (The ministers agreed to open talks on a logistics agreement between their forces in the spring of the coming year.) Tj ET";

    private static readonly Dictionary<string, (Func<byte[]> Make, string? Reason)> Bombs = new(StringComparer.Ordinal)
    {
        ["a page of words"] = (() => Page(Stream("", Text(Words))), null),
        ["a stream of 1 GB"] = (() => Page(Deflated(1024)), "PDF: too much (a stream of more than 64 MiB unpacked)"),
        ["a stream packed twice"] = (() => Page(Stream("/Filter[/FlateDecode/FlateDecode]", Pack(Pack(new byte[200_000_000])))), "PDF: too much (a stream of more than 64 MiB unpacked)"),
        ["one stream of 60 MB named twenty times"] = (() => File(Deflated(60), "[" + string.Join(' ', Enumerable.Repeat("4 0 R", 20)) + "]"), "PDF: too much (more than 256 MiB unpacked)"),
        ["runs of 300 MB"] = (() => Page(Stream("/Filter/RunLengthDecode", Runs(2_400_000))), "PDF: too much (a stream of more than 64 MiB unpacked)"),
        ["codes of 300 MB"] = (() => Page(Stream("/Filter/LZWDecode", Codes(200_000))), "PDF: too much (a stream of more than 64 MiB unpacked)"),
        ["objects packed to 500 MB that nothing names"] = (() => ObjectStream(), null),
        ["forms that hold each other"] = (() => Forms(2, 1), "PDF: too much (forms within forms more than 24 deep)"),
        ["forms that draw the next eight times, twenty deep"] = (() => Forms(20, 8), "PDF: too much (more than 2000000 drawing operations)"),
        ["two million letters"] = (() => Page(Stream("", Text("BT /F1 11 Tf 60 700 Td (" + new string('a', 2_000_000) + ") Tj ET"))), "PDF: too much (more than 40000 letters on page 1)"),
        ["39,000 letters in one place"] = (() => Page(Stream("", Text("BT /F1 11 Tf " + MarkupBombs.Repeat("1 0 0 1 60 700 Tm (word one) Tj ", 4_900) + Words + "ET"))), null),
        ["39,000 letters over one page"] = (() => Page(Stream("", Text("BT /F1 2 Tf " + Grid(40, 120) + "ET"))), null),
        ["three hundred thousand lines"] = (() => Page(Stream("/Filter/FlateDecode", Pack(Text(MarkupBombs.Repeat("1 1 m 2 2 l S ", 100_000) + Words)))), null),
        ["states kept and never given back"] = (() => Page(Stream("/Filter/FlateDecode", Pack(Text(MarkupBombs.Repeat("q ", 2_000_000) + Words)))), "PDF: too much (more than 512 states kept at once)"),
        ["pages that hold themselves"] = (() => Raw("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", "2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj"), "PDF: "),
        ["a catalogue that is itself"] = (() => Raw("1 0 obj 1 0 R endobj"), "PDF: "),
        ["arrays in arrays"] = (() => Raw("1 0 obj<</Type/Catalog/Pages 2 0 R/A " + MarkupBombs.Repeat("[", 500_000) + ">>endobj"), "PDF: "),
        ["dictionaries in dictionaries"] = (() => Raw("1 0 obj" + MarkupBombs.Repeat("<</A", 500_000) + ">>endobj"), "PDF: "),
        ["a million objects"] = (() => Raw([.. Enumerable.Range(1, 300_000).Select(number => $"{number} 0 obj<<>>endobj")]), "PDF: "),
        ["tables of objects that lead to each other"] = (() => Latin("%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"), "PDF: "),
        ["a font that is its own"] = (() => File(Stream("", Text(Words)), "4 0 R", "<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[5 0 R]/Encoding/Identity-H>>"), "PDF: "),
        ["a picture of a hundred thousand by a hundred thousand"] = (() => Page(Stream("", Text("BI /W 100000 /H 100000 /BPC 8 /CS /RGB /F /CCF ID x EI " + Words))), null),
        ["columns without end before packing"] = (() => Page(Stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 32/BitsPerComponent 16>>", Pack(Text(Words)))), "PDF: too much (rows of more than 100000 columns)"),
    };

    public static TheoryData<string> Names => [.. Bombs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bomb_in_a_pdf_is_read_or_refused_within_its_time(string name)
    {
        var (make, reason) = Bombs[name];
        var pdf = make();
        var options = new ExtractArticleOptions();
        Assert.True(pdf.Length < options.MaxPageBytes, $"{pdf.Length} bytes are not read at all");
        var clock = Stopwatch.StartNew();
        var reading = await new PdfReader(Options.Create(options), TimeProvider.System).ReadAsync(pdf, default);
        Assert.True(clock.Elapsed < options.MaxPdfTime + TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        if (reason is null)
            Assert.IsType<PdfReading.Document>(reading);
        else
            Assert.StartsWith(reason, Assert.IsType<PdfReading.Unreadable>(reading).Reason, StringComparison.Ordinal);
    }

    private static byte[] Page(byte[] content) => File(content, "4 0 R");

    /// <summary>One page, whose content is object 4 and whose font is object 5.</summary>
    private static byte[] File(byte[] content, string contents, string font = Font, params byte[][] more)
    {
        byte[][] objects =
        [
            Text("<</Type/Catalog/Pages 2 0 R>>"),
            Text("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Text($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {contents}/Resources<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>>>"),
            content,
            Text(font),
            .. more,
        ];
        using var file = new MemoryStream();
        file.Write(Text("%PDF-1.7\n"));
        var places = new List<long>();
        for (var number = 1; number <= objects.Length; number++)
        {
            places.Add(file.Length);
            file.Write(Text($"{number} 0 obj\n"));
            file.Write(objects[number - 1]);
            file.Write(Text("\nendobj\n"));
        }
        var table = file.Length;
        file.Write(Text($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
            file.Write(Text(string.Create(CultureInfo.InvariantCulture, $"{place:d10} 00000 n \n")));
        file.Write(Text($"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"));
        return file.ToArray();
    }

    /// <summary>Forms in a ring or a chain, each drawing the next so many times.</summary>
    private static byte[] Forms(int count, int times)
    {
        var forms = Enumerable.Range(0, count).Select(number => Stream(
            $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N 6 0 R/X{number} {6 + ((number + 1) % count)} 0 R>>>>",
            Text(number + 1 == count && times > 1 ? "q Q" : MarkupBombs.Repeat($"/X{number} Do ", times)))).ToArray();
        return File(Stream("", Text("/X0 Do " + Words)), "4 0 R", Font, forms);
    }

    private static byte[] ObjectStream()
        => File(Stream("", Text(Words)), "4 0 R", Font, Stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Pack(new byte[500_000_000])));

    private static byte[] Raw(params string[] objects) => Latin("%PDF-1.7\n" + string.Join('\n', objects) + "\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF");

    private static byte[] Deflated(int megabytes) => Stream("/Filter/FlateDecode", Pack(new byte[megabytes * 1024 * 1024]));

    private static byte[] Stream(string entries, byte[] data) => [.. Text($"<</Length {data.Length}{entries}>>\nstream\n"), .. data, .. Text("\nendstream")];

    private static byte[] Pack(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal))
            packer.Write(data);
        return packed.ToArray();
    }

    private static byte[] Runs(int count) => [.. Enumerable.Repeat(new byte[] { 129, (byte)' ' }, count).SelectMany(run => run)];

    /// <summary>Codes of which each stands for one letter more than the one before, and then the longest again and again.</summary>
    private static byte[] Codes(int count)
    {
        var bytes = new List<byte>();
        var (bits, held, next) = (0u, 0, 258);
        Put(256, 9);
        Put(' ', 9);
        for (var number = 0; number < count; number++)
        {
            var width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            Put((uint)Math.Min(next, 4095), width);
            next = Math.Min(next + 1, 4096);
        }
        return [.. bytes];

        void Put(uint code, int width)
        {
            (bits, held) = ((bits << width) | code, held + width);
            for (; held >= 8; held -= 8)
                bytes.Add((byte)(bits >> (held - 8)));
            bits &= (1u << held) - 1;
        }
    }

    private static string Grid(int lines, int words)
    {
        var text = new StringBuilder();
        for (var line = 0; line < lines; line++)
            for (var word = 0; word < words; word++)
                text.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {20 + word * 4.6:f1} {20 + line * 8} Tm (w{word % 10}{line % 10}rdend) Tj ");
        return text.ToString();
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
