using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Names the rules by what they are: the term files, and the source files of the engine that reads them. The same sources give the same version
/// wherever they are built.
/// </summary>
internal static class RuleSetVersion
{
    private const string Stage = "ClassifyArticle";

    /// <summary>What stands in the stage's folder and decides no verdict: the stage itself, what is said of a verdict, and what is asked of others.</summary>
    private static readonly string[] Beside = ["ArticleClassifier.cs", "ArticleFlagged.cs", "SecondReader", "Rereading", "Explaining"];

    /// <summary>What decides a verdict, from the folder of the project <c>NewsWatch</c>.</summary>
    public static IEnumerable<string> Sources(string project)
        => Directory.EnumerateFiles(Path.Combine(project, Stage), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project, file).Replace('\\', '/'))
            .Where(name => Path.GetExtension(name) is ".cs" or ".tsv" or ".terms" && !name.EndsWith("Services.cs", StringComparison.Ordinal)
                && !Beside.Contains(name.Split('/')[1], StringComparer.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(project, "Calendar")).Select(file => "Calendar/" + Path.GetFileName(file)))
            .Concat(["Agreements/AgreementType.cs", "Agreements/AgreementStage.cs", "Agreements/known-agreements.tsv"]);

    /// <summary>The version of these files: 12 hexadecimal digits. Their order plays no part.</summary>
    public static string Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
