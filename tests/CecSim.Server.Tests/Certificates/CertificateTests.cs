using CecSim.Server.Certificates;

namespace CecSim.Server.Tests.Certificates;

/// <summary>A folder of its own for every test, gone afterwards.</summary>
public abstract class CertificateTests : IDisposable
{
    private readonly List<LocalAuthority> _opened = [];

    internal DatedClock Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    protected string Folder { get; } = Directory.CreateTempSubdirectory("cecsim-certificates-").FullName;

    public void Dispose()
    {
        _opened.ForEach(a => a.Dispose());
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected LocalAuthority Open(TimeProvider? clock = null, string? folder = null, string hostName = "devbox")
    {
        var authority = LocalAuthority.Open(folder ?? Folder, clock ?? Clock, hostName);
        _opened.Add(authority);
        return authority;
    }

    protected string PathOf(string file) => Path.Combine(Folder, file);
}
