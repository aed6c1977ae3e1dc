using System.Text;
using AngleSharp.Dom;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// What stands within an element of a list page, as far as an item of a list can reach: what is larger is no item, and is not read to its
/// end, since it is around each of a thousand links.
/// </summary>
internal static class ListItem
{
    private const int LongestText = 2_000;
    private const int MostNodes = 5_000;

    /// <summary>The text of an element; null where it is longer than an item is.</summary>
    public static string? Text(INode element)
    {
        var text = new StringBuilder();
        foreach (var node in Nodes(element))
        {
            if (node is null)
                return null;
            if (node is IText { Data: var data } && text.Append(data).Length >= LongestText)
                return null;
        }
        return text.ToString();
    }

    /// <summary>The elements within an element; those at its beginning where it is larger than an item is.</summary>
    public static IEnumerable<IElement> Elements(INode element) => Nodes(element).OfType<IElement>();

    /// <summary>Whether an element is larger than an item is.</summary>
    public static bool IsLarger(INode element) => Nodes(element).Contains(null);

    /// <summary>What is within, in the document's order; ends with null where there is more.</summary>
    private static IEnumerable<INode?> Nodes(INode element)
    {
        var left = MostNodes;
        var open = new Stack<(INodeList Nodes, int Next)>([(element.ChildNodes, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Nodes.Length)
                continue;
            if (--left < 0)
            {
                yield return null;
                yield break;
            }
            var node = at.Nodes[at.Next];
            open.Push((at.Nodes, at.Next + 1));
            open.Push((node.ChildNodes, 0));
            yield return node;
        }
    }
}
