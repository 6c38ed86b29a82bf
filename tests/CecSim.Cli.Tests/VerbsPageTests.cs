namespace CecSim.Cli.Tests;

public sealed class VerbsPageTests
{
    [Fact]
    public void The_page_of_verbs_is_what_the_commands_say() =>
        GeneratedFile.AssertFresh(VerbsPage.File, VerbsPage.Of(CecSimCommand.Root));
}
