using Microsoft.Extensions.Configuration;

namespace CecSim.Aspire.Tests;

/// <summary>Which cecsim is started.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-aspire-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_named_file_goes_before_the_variable_and_this_before_the_search_path()
    {
        var (named, variable, found) = (Make("mine"), Make("variable"), Make("cecsim"));

        Assert.Equal(named, Find("mine", ("CECSIM_BINARY", variable), ("PATH", _folder)).Command);
        Assert.Equal(variable, Find(null, ("CECSIM_BINARY", variable), ("PATH", _folder)).Command);
        Assert.Equal(found, Find(null, ("PATH", $"/nowhere{Path.PathSeparator}{_folder}")).Command);
    }

    [Fact]
    public void A_library_is_started_by_dotnet()
    {
        var library = Make("cecsim.dll");

        var program = Find("cecsim.dll");

        Assert.Equal("dotnet", program.Command);
        Assert.Equal([library], program.Arguments);
    }

    [Fact]
    public void Where_there_is_none_the_message_says_what_to_do()
    {
        Assert.Contains(
            "dotnet tool install", MessageOf(() => Find(null, ("PATH", _folder))), StringComparison.Ordinal);
        Assert.Contains("missing", MessageOf(() => Find("missing")), StringComparison.Ordinal);
        Assert.Contains(
            "CECSIM_BINARY", MessageOf(() => Find(null, ("CECSIM_BINARY", "gone"))), StringComparison.Ordinal);
    }

    private static string MessageOf(Func<object> find) =>
        Assert.Throws<DistributedApplicationException>(() => find()).Message;

    private string Make(string name)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, "");
        return file;
    }

    private CecSimProgram Find(string? named, params (string Key, string? Value)[] settings) => CecSimProgram.Find(
        named,
        _folder,
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)))
            .Build());
}
