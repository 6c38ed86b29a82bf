using CecSim.Server.Persistence;
using CecSim.Server.Tests.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Win32.SafeHandles;

namespace CecSim.Server.Tests.Persistence;

/// <summary>A disk that is full for a while.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task What_was_begun_is_kept_nothing_new_is_begun_and_it_goes_on_when_there_is_room()
    {
        using var folder = new KeptFolder();
        var disk = new SmallDisk();
        var real = new ManualTime();
        await using var cec = await folder.StartAsync([new SpaceSettings()], disk, real);
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();

        disk.Fill();
        var last = await client.CreateAsync();
        var state = (await control.GetAsync("spaces/demo/agents"))["agents"]![0]!["state"]!.ToJsonString();
        var vendor = await client.CheckAsync();
        var changed = await control.PostAsync("spaces/demo/agents/1001/not-ready", """{"reason":200}""");
        var made = await control.PostAsync("spaces", """{"name":"new"}""");

        Assert.Equal(200, last.Status);
        Assert.Equal((503, "1"), (vendor.Status, vendor.Header("Retry-After")));
        Assert.Contains("cannot be kept at present: No space left", vendor.Why!, StringComparison.Ordinal);
        Assert.Equal((503, 503), (changed.Status, made.Status));
        Assert.Equal("urn:cecsim:problem:cannot-be-kept", (string?)made["type"]);
        Assert.Equal(
            state, (await control.GetAsync("spaces/demo/agents"))["agents"]![0]!["state"]!.ToJsonString());

        disk.Empty();
        real.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, (await client.CheckAsync()).Status);
        using var left = folder.Kill();
        await using var again = await left.StartAsync();
        Assert.Single(again.Space.Calls.View);
    }

    [Fact]
    [ThrowsFrom("log of a space")]
    public async Task A_writer_that_fails_stops_its_space_and_says_why()
    {
        using var folder = new KeptFolder();
        var diary = new GuardDiary();
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs { Spaces = [new()], Persist = new PersistSettings(folder.Path) },
            guardLog: diary,
            configureBuilder: builder => builder.Services.AddSingleton<Disk>(new BrokenDisk()));
        var client = new CecClient(cec.Http, cec.Space.Settings);

        Assert.Equal(500, (await client.PostAsync(CecClient.TokenPath, Credentials(cec))).Status);
        var refused = await client.PostAsync(CecClient.TokenPath, Credentials(cec));

        Assert.Equal(503, refused.Status);
        Assert.Contains("has failed and needs a reset", refused.Why!, StringComparison.Ordinal);
        Assert.Contains(diary.Failures, f => f.Place == "log of a space");
    }

    private static string Credentials(TestCec cec) =>
        $$"""{"app_key":"{{cec.Space.Settings.AppKey}}","app_secret":"{{cec.Space.Settings.AppSecret}}"}""";

    private sealed class BrokenDisk : Disk
    {
        public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at) =>
            throw new InvalidOperationException("a bug");
    }

    /// <summary>Has no room for anything while it is full but for the reserve's.</summary>
    private sealed class SmallDisk : Disk
    {
        private readonly Lock _gate = new();
        private bool _isFull;
        private string? _reserve;

        public void Fill() => _isFull = true;

        public void Empty() => _isFull = false;

        public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at)
        {
            lock (_gate)
            {
                if (_isFull && File.Exists(_reserve))
                {
                    // By half, as disks do.
                    base.Write(file, bytes[..(bytes.Length / 2)], at);
                    throw new IOException("No space left on device");
                }
            }

            base.Write(file, bytes, at);
        }

        public override void Reserve(string path, long bytesCount)
        {
            if (_isFull)
            {
                throw new IOException("No space left on device");
            }

            _reserve = path;
            base.Reserve(path, bytesCount);
        }
    }
}
