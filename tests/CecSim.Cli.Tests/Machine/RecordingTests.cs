namespace CecSim.Cli.Tests.Machine;

/// <summary>Recordings where the disk is full, read-only or taken away, and after a process was killed.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-recordings-").FullName;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task On_a_full_disk_the_call_goes_on_and_its_recording_is_not_complete()
    {
        await using var cecsim = await CecSimProcess.ServeInAsync(
            new Surroundings($"mount -t tmpfs -o size=4k none {_folder}"),
            [.. CecSimProcess.FreePorts, "--record-media", _folder]);

        var (exitCode, _, errors) = await CecSimTool.RunAsync(
            "call", $"{cecsim.Address}", "--with-media", "--media-wait", "60", "--talk", "2");
        Assert.Equal((0, ""), (exitCode, errors));
        var recording = await EndOfAsync(cecsim.Address);

        Assert.False((bool)recording["complete"]!);
        Assert.True((int)recording["notWritten"]! > 0);
        Assert.Contains("No space left", (string?)recording["failure"], StringComparison.Ordinal);
        await cecsim.InterruptAsync();
        Assert.Matches("The recording of .* lacks .*No space left", await cecsim.ReadToEndAsync());
    }

    [Fact]
    public async Task A_folder_that_is_taken_away_in_a_call_leaves_no_complete_recording()
    {
        var folder = Path.Combine(_folder, "taken");
        await using var cecsim = await CecSimProcess.ServeAsync("--record-media", folder);
        var calling = CecSimTool.RunAsync(
            "call", $"{cecsim.Address}", "--with-media", "--media-wait", "60", "--talk", "2");
        await FileOfAsync(folder, 1);

        Directory.Delete(folder, recursive: true);
        await calling;
        var recording = await EndOfAsync(cecsim.Address);

        Assert.False((bool)recording["complete"]!);
        Assert.Contains("taken away", (string?)recording["failure"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mount -t tmpfs none FOLDER; mount -o remount,ro FOLDER", "FOLDER")]
    [InlineData("mount -t tmpfs none FOLDER; mount -o remount,ro FOLDER", "FOLDER/below")]
    [InlineData("mount -t tmpfs -o nr_inodes=1 none FOLDER", "FOLDER")]
    [InlineData("touch FOLDER/file", "FOLDER/file")]
    public async Task A_folder_that_cannot_be_written_to_ends_it_with_one_sentence(string setup, string folder)
    {
        var (exitCode, output, errors) = await CecSimProcess.RunOn(
            new Surroundings(setup.Replace("FOLDER", _folder, StringComparison.Ordinal)),
            [
                "serve", .. CecSimProcess.FreePorts,
                "--record-media", folder.Replace("FOLDER", _folder, StringComparison.Ordinal),
            ]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches(@"^cecsim: Recordings cannot be written to \S+: [^\n]+\n$", errors);
    }

    [Fact]
    public async Task What_was_recorded_before_a_kill_can_be_read()
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--record-media", _folder);
        var calling = CecSimTool.RunAsync(
            "call", $"{cecsim.Address}", "--with-media", "--media-wait", "60", "--talk", "30");
        var file = await FileOfAsync(_folder, 4_000);

        Assert.Equal(128 + 9, await cecsim.KillAsync());

        // Whole pages from the first byte to the last: RFC 3533, section 6.
        var bytes = await File.ReadAllBytesAsync(file, TestEnds);
        var (at, samples) = (0, 0L);
        while (at < bytes.Length)
        {
            Assert.Equal("OggS"u8, bytes.AsSpan(at, 4));
            samples = BitConverter.ToInt64(bytes, at + 6);
            var segments = bytes[at + 26];
            at += 27 + segments + bytes.AsSpan(at + 27, segments).ToArray().Sum(s => s);
        }

        Assert.Equal(bytes.Length, at);
        Assert.True(samples >= 48_000, $"{samples} samples");
        await calling;
    }

    // The process writes beside the call; nothing tells from outside when.
    private static async Task<string> FileOfAsync(string folder, int bytesMin)
    {
        while (true)
        {
            TestEnds.ThrowIfCancellationRequested();
            await Task.Yield();
            if (Directory.Exists(folder) && new DirectoryInfo(folder).GetFiles("*.ogg") is [{ } file]
                && file.Length >= bytesMin)
            {
                return file.FullName;
            }
        }
    }

    private static async Task<JsonNode> EndOfAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            var media = JsonNode.Parse(
                await http.GetStringAsync("/_cecsim/spaces/demo/calls/1/media", TestEnds))!;
            if (media["end"] is not null && media["recording"]!["failure"] is not null)
            {
                return media["recording"]!;
            }
        }
    }
}
