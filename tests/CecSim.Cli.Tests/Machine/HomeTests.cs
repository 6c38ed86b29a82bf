namespace CecSim.Cli.Tests.Machine;

/// <summary>A home that certificates cannot be kept in: HTTPS works all the same, and it is said once.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class HomeTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("cecsim-home-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("read-only", "mount -t tmpfs none HOME; mount -o remount,ro HOME", "HOME")]
    [InlineData(
        "read-only, with the folder made",
        "mount -t tmpfs none HOME; mkdir -p HOME/.local/share/cecsim; mount -o remount,ro HOME",
        "HOME")]
    [InlineData("a file", "touch HOME/file", "HOME/file")]
    [InlineData("without room", "mount -t tmpfs -o nr_inodes=1 none HOME", "HOME")]
    [InlineData("without room for all", "mount -t tmpfs -o size=4k none HOME", "HOME")]
    [InlineData(
        "not named, and read-only",
        "mount -t tmpfs none HOME; echo u:x:$(id -u):$(id -g)::HOME: > HOME/passwd; " +
            "mount --bind HOME/passwd /etc/passwd; mount -o remount,ro HOME",
        null)]
    public async Task A_home_that_is(string what, string setup, string? home)
    {
        await using var cecsim = await CecSimProcess.ServeInAsync(Of(setup, home), [.. CecSimProcess.FreePorts]);

        await AskTwiceAsync(cecsim.SecureAddress);
        Assert.Equal(0, await cecsim.InterruptAsync());

        var said = await cecsim.ReadErrorsToEndAsync() + await cecsim.ReadAllAsync();
        Assert.True(said.Split("this run's certificates end with it").Length == 2, $"{what}: {said}");
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOME/not/there")]
    [InlineData("HOME")]
    public async Task A_home_that_is_not_there_is_made_with_folders_that_are_the_owners(string home)
    {
        await using var cecsim = await CecSimProcess.ServeInAsync(
            Of("umask 000", home), [.. CecSimProcess.FreePorts]);

        await AskTwiceAsync(cecsim.SecureAddress);
        Assert.Equal(0, await cecsim.InterruptAsync());

        Assert.Empty(await cecsim.ReadErrorsToEndAsync());
        Assert.DoesNotContain("certificates end with it", await cecsim.ReadAllAsync(), StringComparison.Ordinal);
        foreach (var folder in (string[])[".local", ".local/share", ".local/share/cecsim"])
        {
            var path = Path.Combine(home.Replace("HOME", _home, StringComparison.Ordinal), folder);
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task A_temporary_folder_that_cannot_be_written_to_is_no_hindrance()
    {
        await using var cecsim = await CecSimProcess.ServeInAsync(
            new Surroundings($"mount -t tmpfs none {_home}; mount -o remount,ro {_home}; mount --bind {_home} /var/tmp")
            {
                Environment = [("TMPDIR", _home)],
            },
            [.. CecSimProcess.FreePorts]);

        await AskTwiceAsync(cecsim.SecureAddress);
        using var http = new HttpClient { BaseAddress = cecsim.Address };

        // Larger than what the framework keeps in memory of a body by itself.
        using var body = new StringContent(
            $$"""{"at":"poll","inject":"accessTokenExpired"{{new string(' ', 200_000)}}}""", null, "application/json");
        using var made = await http.PostAsync(
            "/_cecsim/spaces/demo/faults", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    private Surroundings Of(string setup, string? home) => new(setup.Replace("HOME", _home, StringComparison.Ordinal))
    {
        Environment =
        [
            ("CECSIM_DATA", null), ("XDG_DATA_HOME", null),
            ("HOME", home?.Replace("HOME", _home, StringComparison.Ordinal)),
        ],
    };

    private static async Task AskTwiceAsync(Uri address)
    {
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var http = new HttpClient(handler) { BaseAddress = address };
        http.DefaultRequestHeaders.ConnectionClose = true;
        for (var i = 0; i < 2; i++)
        {
            using var answer = await http.GetAsync("/_cecsim/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
