using CecSim.Pacts.Tests.Provider;

namespace CecSim.Pacts.Tests.Foreign;

/// <summary>
/// A page in JavaScript, from the source documents alone, with real axios and real Pact JS. That the server keeps its
/// pact is among the tests of all pacts.
/// </summary>
public sealed class ForeignConsumerTests
{
    [Fact]
    public async Task The_pact_in_the_repository_is_what_the_page_agrees_on()
    {
        var folder = Directory.CreateTempSubdirectory("cecsim-page-");
        try
        {
            var run = await Node.RunAsync("consumer.mjs", folder.FullName);

            Assert.True(run.ExitCode == 0, run.Output);
            PactFiles.MustBeCommitted(written =>
            {
                foreach (var file in folder.EnumerateFiles())
                {
                    file.CopyTo(Path.Combine(written, file.Name));
                }
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_verifier_of_Pact_JS_finds_the_same()
    {
        await using var cec = await Cec.StartAsync();

        var run = await Node.RunAsync(
            "verify.mjs",
            Path.Combine(PactFiles.Folder, "axios-page-cec.json"),
            cec.Address.ToString(),
            "--states",
            cec.StatesAddress.ToString());

        Assert.True(run.ExitCode == 0, run.Output);
    }
}
