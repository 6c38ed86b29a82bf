using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, uploadFileStream and downloadFileStream.</summary>
public sealed class ChatFileTests
{
    private const string Found = "found; CEC API reference";
    private const int TwoMegabytes = 2 * 1024 * 1024;

    [Theory]
    [InlineData("", "jpg")]
    [InlineData("local/", "pdf")]
    [Shows(
        "4.4/upload-route", "4.4/upload-base64", "4.4/upload-return-code", "4.4/upload-object-key",
        "4.4/upload-0-success", "4.4/download-route", "4.4/download-file-id", "4.4/download-local",
        "4.4/download-base64", "4.4/download-0-success")]
    public async Task A_file_comes_back_as_it_was_sent(string prefix, string fileType)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var uploaded = await client.PostAsync(
            UploadPath, """{"fileType":"jpg","fileStream":"+/8A","channel":"WEB"}""");

        var key = uploaded.Text("objectKey");
        Assert.Matches("^[0-9a-f]{32}$", key);
        uploaded.MustBe(200, $$"""{"returnCode":"0","objectKey":"{{key}}"}""", Found);
        (await DownloadAsync(client, prefix + key, fileType)).MustBe(
            200, """{"resultCode":"0","fileStream":"+/8A"}""", Found);
    }

    [Theory]
    [InlineData("{}", "2", "channel is missing; fileType is missing; fileStream is missing")]
    [InlineData("""{"fileType":"exe","fileStream":"AA","channel":"web"}""", "3",
        "channel must be WEB; fileType must be jpg or jpeg or png or bpm or bmp or mp3 or aac or mp4 or txt or csv; " +
        "fileStream must be Base64")]
    [InlineData("""{"fileType":"jpg","fileStream":"data:image/png;base64,AAAA","channel":"WEB"}""", "3",
        "fileStream must be Base64")]
    [Shows(
        "4.4/upload-file-types", "4.4/upload-base64", "4.4/upload-channel", "4.4/upload-2-parameter-missing",
        "4.4/upload-3-parameter-error")]
    public async Task A_wrong_upload_is_told_in_a_return_code(string body, string code, string why)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(UploadPath, body);

        answer.MustBe(200, $$"""{"returnCode":"{{code}}"}""", Found);
        Assert.Equal(why, answer.Why);
    }

    [Fact]
    [Shows("4.4/upload-13-too-large", "4.4/file-2-mb")]
    public async Task A_file_may_have_two_megabytes_and_not_a_byte_more()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var atTheLimit = await UploadAsync(client, TwoMegabytes);
        var beyond = await UploadAsync(client, TwoMegabytes + 1);
        var wayBeyond = await UploadAsync(client, 2 * TwoMegabytes);

        Assert.Equal("0", atTheLimit.Text("returnCode"));
        beyond.MustBe(200, """{"returnCode":"13"}""", Found);
        Assert.Equal(413, wayBeyond.Status);
    }

    [Fact]
    public async Task No_other_route_takes_so_large_a_body()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        Assert.Equal(413, (await client.PostAsync(DownloadPath, new string(' ', 70_000))).Status);
    }

    [Theory]
    [InlineData("", "jpg", "401", "objectKey is null!")]
    [InlineData("local/", "jpg", "401", "objectKey is null!")]
    [InlineData("unknown", "exe", "13", "param filetype Out of range!")]
    [InlineData("unknown", "jpg", "13", "fsservice downloadFile is failed")]
    [Shows(
        "4.4/download-result-desc", "4.4/download-401-no-key", "4.4/download-13-file-type",
        "4.4/download-13-unknown-key")]
    public async Task A_download_that_fails_is_told_to_the_letter(string fileId, string type, string code, string desc)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        (await DownloadAsync(client, fileId, type))
            .MustBe(200, $$"""{"resultCode":"{{code}}","resultDesc":"{{desc}}"}""", Found);
    }

    [Fact]
    [Shows("4.4/upload-file-types", "4.4/download-file-types")]
    public async Task Every_documented_type_of_file_can_be_sent_and_fetched()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        string[] sent = ["jpg", "jpeg", "png", "bpm", "bmp", "mp3", "aac", "mp4", "txt", "csv"];
        var key = "";

        foreach (var type in sent)
        {
            var uploaded = await client.PostAsync(
                UploadPath, $$"""{"fileType":"{{type}}","fileStream":"AA==","channel":"WEB"}""");
            Assert.Equal("0", uploaded.Text("returnCode"));
            key = uploaded.Text("objectKey");
        }

        foreach (var type in (string[])[.. sent, "richtext", "doc", "docx", "pdf", "zip"])
        {
            Assert.Equal("AA==", (await DownloadAsync(client, key, type)).Text("fileStream"));
        }
    }

    [Fact]
    [Shows("4.4/download-channel")]
    public async Task A_download_for_another_channel_is_a_bad_request()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        Assert.Equal(
            400, (await client.PostAsync(DownloadPath, """{"fileId":"1","channel":"web","fileType":"jpg"}""")).Status);
    }

    [Fact]
    [Shows("4.4/download-13-empty-file")]
    public async Task An_empty_file_can_be_sent_but_not_fetched()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var key = (await UploadAsync(client, 0)).Text("objectKey");

        (await DownloadAsync(client, key, "txt"))
            .MustBe(200, """{"resultCode":"13","resultDesc":"empty file!"}""", Found);
    }

    [Fact]
    public async Task A_fault_speaks_of_a_return_code_too()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(CecOperation.UploadFileStream, new FaultWhen { Nth = 1 }, new ResultCodeAnswer("13")),
            ],
        });
        var client = await cec.SignInAsync();

        (await UploadAsync(client, 1)).MustBe(200, """{"returnCode":"13"}""", "inferred");
    }

    private static Task<Answer> UploadAsync(CecClient client, int bytesCount) => client.PostAsync(
        UploadPath,
        $$"""{"fileType":"jpg","fileStream":"{{Convert.ToBase64String(new byte[bytesCount])}}","channel":"WEB"}""");

    private static Task<Answer> DownloadAsync(CecClient client, string fileId, string type) =>
        client.PostAsync(DownloadPath, $$"""{"fileId":"{{fileId}}","channel":"WEB","fileType":"{{type}}"}""");
}
