namespace CecSim.Cli.Tests.Machine;

/// <summary>Files with secrets are the owner's alone, whatever the umask.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class FileModeTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ReadableByAll = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-modes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_exported_key_is_the_owners_also_in_place_of_a_file_that_everybody_may_read()
    {
        File.WriteAllText(Path.Combine(_folder, "old.pfx"), "old");
        File.SetUnixFileMode(Path.Combine(_folder, "old.pfx"), (UnixFileMode)0b110_110_110);
        foreach (var name in (string[])["new.pfx", "old.pfx"])
        {
            var (exitCode, _, errors) = await CecSimProcess.RunOn(
                WithoutMask,
                "certs", "export", "--pfx", Path.Combine(_folder, name), "--pem", Path.Combine(_folder, "ca.pem"));

            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(_folder, name)));
            Assert.Equal(ReadableByAll, File.GetUnixFileMode(Path.Combine(_folder, "ca.pem")));
        }
    }

    [Fact]
    public async Task Recordings_and_their_folder_are_the_owners()
    {
        var folder = Path.Combine(_folder, "a", "b");
        await using var cecsim = await CecSimProcess.ServeInAsync(
            WithoutMask, [.. CecSimProcess.FreePorts, "--record-media", folder]);

        await CecSimTool.RunAsync("call", $"{cecsim.Address}", "--with-media", "--talk", "0.1");

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder, "*.ogg"))));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder, "a")));
    }

    [Fact]
    public async Task An_exported_space_with_its_secrets_is_the_owners()
    {
        var file = Path.Combine(_folder, "demo.json");
        await using var cecsim = await CecSimTool.ServeAsync();

        var (exitCode, _, errors) = await CecSimProcess.RunOn(
            WithoutMask, "spaces", "export", "demo", "-o", file, "--server", $"{cecsim.Address}");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_file_that_was_there()
    {
        var target = Path.Combine(_folder, "server.pfx");
        var (exitCode, output, errors) = await CecSimProcess.RunOn(
            new Surroundings($"mount -t tmpfs -o nr_inodes=2 none {_folder}; echo old > {target}; " +
                $"trap 'cat {target}; ls {_folder}' EXIT; \"$@\"; exit $?")
            {
                Environment = WithoutMask.Environment,
            },
            "certs", "export", "--pfx", target);

        Assert.Equal(1, exitCode);
        Assert.Equal("old\nserver.pfx\n", output);
        Assert.Matches(@"^cecsim: .*No space left[^\n]*\n$", errors);
    }

    private static Surroundings WithoutMask => new("umask 000")
    {
        Environment = [("CECSIM_PFX_PASSWORD", "a password")],
    };
}
