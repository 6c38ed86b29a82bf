namespace CecSim.Pacts.Tests.Provider;

/// <summary>One interaction of the client's pact, in a file of its own, as it is or bent.</summary>
internal sealed class SingleInteraction : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cecsim-single-");

    /// <param name="bend">Changes the interaction.</param>
    public SingleInteraction(string description, Action<JsonObject>? bend = null)
    {
        var pact = JsonNode.Parse(File.ReadAllText(Path.Combine(PactFiles.Folder, "cecsim-client-cec.json")))!;
        var interaction = pact["interactions"]!.AsArray()
            .Single(i => (string?)i!["description"] == description)!.DeepClone().AsObject();
        bend?.Invoke(interaction);
        pact["interactions"] = new JsonArray(interaction);
        FilePath = Path.Combine(_folder.FullName, "single.json");
        File.WriteAllText(FilePath, pact.ToJsonString());
    }

    public string FilePath { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
