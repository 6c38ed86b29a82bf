using System.Buffers.Binary;
using CecSim.Telephony.Media.Recording;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Gateway;

/// <summary>What a customer sends in a real call, in a file afterwards.</summary>
public sealed class RecordedCallTests : IDisposable
{
    private const string Recordings = "spaces/demo/calls/1/recordings";

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-recorded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_packet_of_a_call_is_in_its_file_and_the_report_names_it()
    {
        await using var cec = await StartAsync(new CecSimArgs { RecordMedia = new RecordingSettings(_folder) });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        for (var i = 0; i < 3; i++)
        {
            peer.SendRtp(Rtp.Loud(111, i, (uint)i * 960, level: 7, [0x78, 1, (byte)i]));
            await peer.NextRtpAsync();
        }

        await phone.ByeAsync(call.Domain);
        await cec.StopAsync();
        await cec.DisposeAsync();

        var path = Path.Combine(_folder, "demo-1-0.ogg");
        var file = await File.ReadAllBytesAsync(path, TestEnds);
        Assert.Equal("OggS"u8, file.AsSpan(0, 4));
        Assert.True(file.AsSpan().EndsWith((byte[])[3, 3, 3, 0x78, 1, 0, 0x78, 1, 1, 0x78, 1, 2]));
        var last = file.AsSpan(file.AsSpan().LastIndexOf("OggS"u8));
        Assert.Equal(4, last[5]);
        Assert.Equal(3 * 960, BinaryPrimitives.ReadInt64LittleEndian(last[6..]));
    }

    [Fact]
    public async Task A_recording_is_taken_once_its_call_is_over_and_in_parts_as_players_do()
    {
        await using var cec = await StartAsync(new CecSimArgs { RecordMedia = new RecordingSettings(_folder) });
        await using var peer = new TestPeer();
        var control = new ControlApiClient(cec.Http);
        var call = await InvitedCall.ConnectAsync(cec);
        (await control.GetAsync($"{Recordings}/0")).MustBeProblem(409, "no-recording");
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        peer.SendRtp(Rtp.Loud(111, 0, 0, level: 7, [0x78, 1]));
        await peer.NextRtpAsync();
        (await control.GetAsync($"{Recordings}/0")).MustBeProblem(409, "no-recording");

        await phone.ByeAsync(call.Domain);
        await Eventually.IsTrueAsync(
            "its files are closed", async () => (bool)(await ReadAsync(cec))["complete"]!);

        using var whole = await cec.Http.GetAsync($"/_cecsim/{Recordings}/0", TestEnds);
        Assert.Equal("audio/ogg", whole.Content.Headers.ContentType!.MediaType);
        var bytes = await whole.Content.ReadAsByteArrayAsync(TestEnds);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder, "demo-1-0.ogg"), TestEnds), bytes);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/_cecsim/{Recordings}/0");
        part.Headers.Range = new(0, 3);
        using var answer = await cec.Http.SendAsync(part, TestEnds);
        Assert.Equal(206, (int)answer.StatusCode);
        Assert.Equal("OggS", await answer.Content.ReadAsStringAsync(TestEnds));
        (await control.GetAsync($"{Recordings}/both")).MustBeProblem(409, "no-recording");
        (await control.GetAsync($"{Recordings}/..%2F..%2Fetc%2Fpasswd")).MustBeProblem(409, "no-recording");
        (await control.GetAsync("spaces/demo/calls/9/recordings/0")).MustBeProblem(404, "call-unknown");
    }

    [Fact]
    public async Task The_media_report_tells_what_was_written_and_what_was_not()
    {
        await using var cec = await StartAsync(new CecSimArgs
        {
            RecordMedia = new RecordingSettings(_folder) { FilesMax = 0 },
        });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [0x78, 1]));
        await peer.NextRtpAsync();
        await call.Client.DropAsync();
        var recording = await ReadAsync(cec);
        for (var tries = 0; recording["failure"] is null && tries < 10_000; tries++)
        {
            // It is written beside the call.
            recording = await ReadAsync(cec);
        }

        Assert.Equal((0, 1), ((int)recording["written"]!, (int)recording["notWritten"]!));
        Assert.False((bool)recording["complete"]!);
        Assert.Empty(recording["files"]!.AsArray());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static async Task<JsonNode> ReadAsync(TestCec cec) =>
        (await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media"))["recording"]!;

    [Fact]
    public void A_server_that_could_not_write_does_not_start()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Assert.Throws<IOException>(
            () => CecSimHost.Build(new CecSimArgs { RecordMedia = new RecordingSettings(file) }));
    }
}
