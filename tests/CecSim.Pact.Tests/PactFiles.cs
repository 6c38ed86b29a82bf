namespace CecSim.Pacts.Tests;

/// <summary>The files in <c>pacts/</c>, which tests write and nobody edits.</summary>
internal static class PactFiles
{
    public const string Client = "cecsim-client";
    public const string Cec = "cec";

    public static string Folder { get; } = Checkout.PathOf("pacts");

    public static Pact OfClient() => Pact.V4(Client, Cec);

    /// <summary>
    /// What a test writes is what the repository holds. What differs is put there, to be looked at and committed, and
    /// the test fails.
    /// </summary>
    public static void MustBeCommitted(Action<string> write)
    {
        foreach (var (name, text) in Written(write))
        {
            var committed = Path.Combine(Folder, name);
            if (File.Exists(committed) && File.ReadAllText(committed) == text)
            {
                continue;
            }

            // Others read it meanwhile: they must see the old one or the new one.
            var fresh = $"{committed}.{Environment.ProcessId}";
            File.WriteAllText(fresh, text);
            File.Move(fresh, committed, overwrite: true);
            Assert.Fail($"pacts/{name} was not what the tests agree on. It is now: look at it and commit it.");
        }
    }

    /// <summary>What a test writes, by file name.</summary>
    public static SortedDictionary<string, string> Written(Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("cecsim-pact-");
        try
        {
            write(folder.FullName);
            return new(folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
