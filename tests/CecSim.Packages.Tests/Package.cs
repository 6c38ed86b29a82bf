namespace CecSim.Packages.Tests;

/// <summary>A package as it lies in the feed.</summary>
internal sealed class Package(string path) : IDisposable
{
    private readonly ZipArchive _files = ZipFile.OpenRead(path);

    public IEnumerable<string> Files => _files.Entries.Select(e => e.FullName);

    public XElement Metadata => Read(Files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal)), XDocument.Load)
        .Root!.Elements().Single();

    /// <summary>The packages that it brings.</summary>
    public IEnumerable<string> Dependencies => Named("dependency").Select(d => (string)d.Attribute("id")!);

    public IEnumerable<XElement> Named(string name) => Metadata.Descendants().Where(e => e.Name.LocalName == name);

    public string ValueOf(string name) => Named(name).FirstOrDefault()?.Value ?? "";

    public byte[] Bytes(string file) => Read(file, stream =>
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });

    public void Dispose() => _files.Dispose();

    private T Read<T>(string file, Func<Stream, T> read)
    {
        using var stream = _files.GetEntry(file)!.Open();
        return read(stream);
    }
}
