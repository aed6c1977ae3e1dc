using System.Runtime.InteropServices;
using NewsWatch.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>
/// Draws a page and keeps its letters; lines, shapes and pictures leave nothing. The library's own keeps all of them without bound, follows
/// forms that hold each other until the stack is full, and cannot be stopped.
/// </summary>
internal sealed class PdfLetters(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions options)
    : BaseStreamProcessor<PdfPage>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options)
{
    private readonly PdfBudget budget = (PdfBudget)options.FilterProvider!;
    private readonly List<Letter> letters = [];
    private readonly Dictionary<(int X, int Y), int> places = [];
    private bool hasPictures;
    private int formDepth;

    public override PdfPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return new(pageNumberCurrent, 0, letters, hasPictures);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        budget.SpendOperation();
        if (letters.Count >= Bound.Pdf.PageLetters)
            throw new PdfBudgetException($"more than {Bound.Pdf.PageLetters} letters on page {PageNumber}");
        var glyph = PerformantRectangleTransformer.Transform(renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.GlyphBounds);
        if (Combined(unicode, currentOffset) is { } combined)
        {
            letters[^1] = combined;
            return;
        }
        var line = PerformantRectangleTransformer.Transform(
            renderingMatrix, textMatrix, transformationMatrix, new(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        var loose = PerformantRectangleTransformer.Transform(
            renderingMatrix, textMatrix, transformationMatrix, new(0, font.GetDescent(), characterBoundingBox.Width, font.GetAscent()));
        if (IsPiledUp(line.BottomLeft))
            return;
        letters.Add(new(
            unicode,
            glyph.Width > double.Epsilon || glyph.Height > double.Epsilon ? glyph : line,
            loose,
            line.BottomLeft,
            line.BottomRight,
            line.Width,
            fontSize,
            font,
            currentState.FontState.TextRenderingMode,
            currentState.CurrentStrokingColor!,
            currentState.CurrentNonStrokingColor!,
            pointSize,
            TextSequence));
    }

    /// <summary>Where more letters stand than anybody could read, the rest are left: layout would compare each with all of them.</summary>
    private bool IsPiledUp(PdfPoint place)
        => ++CollectionsMarshal.GetValueRefOrAddDefault(
            places, ((int)(place.X / Bound.Pdf.PlaceSide), (int)(place.Y / Bound.Pdf.PlaceSide)), out _) > Bound.Pdf.PlaceLetters;

    /// <summary>The letter before with the accent that is drawn over it; null where this is no accent.</summary>
    private Letter? Combined(string unicode, long offset)
        => offset > 0 && letters is [.., var before] && before.TextSequence == TextSequence && Diacritics.IsInCombiningDiacriticRange(unicode)
            && Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, before.Value, out var both)
            ? new(
                both, before.BoundingBox, before.GlyphRectangleLoose, before.StartBaseLine, before.EndBaseLine, before.Width, before.FontSize,
                before.GetFont()!, before.RenderingMode, before.StrokeColor, before.FillColor, before.PointSize, before.TextSequence)
            : null;

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            budget.SpendOperation();
            operation.Run(this);
        }
    }

    public override void PushState()
    {
        if (StackSize > Bound.Pdf.States)
            throw new PdfBudgetException($"more than {Bound.Pdf.States} states kept at once");
        base.PushState();
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (formDepth == Bound.Pdf.FormDepth)
            throw new PdfBudgetException($"forms within forms more than {Bound.Pdf.FormDepth} deep");
        formDepth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            formDepth--;
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => hasPictures = true;

    protected override void RenderInlineImage(InlineImage inlineImage) => hasPictures = true;

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
