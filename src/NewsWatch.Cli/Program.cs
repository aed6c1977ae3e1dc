using NewsWatch.Cli;

// Asked for by scripts and by people in a hurry: nothing of the command tree is needed for it.
if (args is ["--version"])
{
    Console.WriteLine(ProgramVersion.Text);
    return 0;
}
CarriedSqlite.Offer();
return await CommandLine.RunAsync(args);
