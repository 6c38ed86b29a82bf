namespace CecSim.Tests;

/// <summary>A file of the repository that is made, and kept because people read it where they find it.</summary>
internal static class GeneratedFile
{
    /// <summary>Fails where the file says something else, and leaves what it should say in <c>artifacts</c>.</summary>
    /// <param name="file">From the root, with slashes.</param>
    public static void AssertFresh(string file, string text)
    {
        var kept = Checkout.PathOf(file);
        if (File.Exists(kept) && File.ReadAllText(kept) == text)
        {
            return;
        }

        var name = Path.GetFileName(file);
        File.WriteAllText(Checkout.PathOf("artifacts", name), text);
        Assert.Fail($"{file} is stale: cp artifacts/{name} {file}");
    }
}
