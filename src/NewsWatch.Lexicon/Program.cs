using NewsWatch.ClassifyArticle.Terms;

// lexicon PROJECT OUTPUT: compiles the term files of the project folder PROJECT into OUTPUT.
if (args is not [var project, var output])
{
    Console.Error.WriteLine("usage: NewsWatch.Lexicon PROJECT OUTPUT");
    return 2;
}
try
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    File.WriteAllBytes(output, LexiconCompiler.OfProject(project));
    return 0;
}
catch (Exception fault) when (fault is FormatException or IOException)
{
    // The form in which a build shows an error.
    Console.Error.WriteLine($"lexicon : error NW0001: {fault.Message}");
    return 1;
}
