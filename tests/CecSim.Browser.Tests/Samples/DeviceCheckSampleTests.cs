namespace CecSim.Browser.Tests.Samples;

/// <summary>The check of the browser that both user access guides print in chapter 5, step 2.</summary>
public sealed class DeviceCheckSampleTests(Chromium chromium)
{
    private const string Check =
        """
        async () => {
          const check = () => {
            if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
              return Promise.reject(new Error('WebRTC is not supported'))
            }
            let cam = false
            let mic = false
            let spkr = false
            return navigator.mediaDevices.enumerateDevices().then((deviceInfos) => {
              deviceInfos.forEach(function (d) {
                switch (d.kind) {
                  case 'videoinput': cam = true; break
                  case 'audioinput': mic = true; break
                  case 'audiooutput': spkr = true; break
                }
              })
              if (navigator.webkitGetUserMedia === undefined) {
                spkr = true
              }
              if (!spkr) {
                return Promise.reject(new Error('Missing a speaker'))
              }
              if (!mic) {
                return Promise.reject(new Error('Missing a microphone'))
              }
              return Promise.resolve(cam)
            })
          }
          return check().then(cam => cam ? 'camera' : 'no camera', error => error.message)
        }
        """;

    [Fact]
    public async Task A_browser_with_devices_has_a_camera_whether_the_page_may_use_it_or_not()
    {
        var page = await OpenAsync("http://localhost/");
        Assert.Equal("camera", await page.EvaluateAsync<string>(Check));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_is_not_secure_has_no_WebRTC()
    {
        var page = await OpenAsync("http://crm.example/");
        Assert.Equal("WebRTC is not supported", await page.EvaluateAsync<string>(Check));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("", false, "Missing a speaker")]
    [InlineData("audioinput videoinput", false, "Missing a speaker")]
    [InlineData("audiooutput videoinput", false, "Missing a microphone")]
    [InlineData("audiooutput audioinput", false, "no camera")]
    [InlineData("", true, "Missing a microphone")]
    [InlineData("audioinput", true, "no camera")]
    public async Task What_is_missing_is_named_and_without_webkitGetUserMedia_a_speaker_never_is(
        string devices, bool isElsewhere, string told)
    {
        var page = await OpenAsync("http://localhost/");
        await page.EvaluateAsync(
            """
            ([devices, isElsewhere]) => {
              const list = devices.split(' ').filter(kind => kind !== '').map(kind => ({ kind }))
              navigator.mediaDevices.enumerateDevices = () => Promise.resolve(list)
              if (isElsewhere) {
                Object.defineProperty(navigator, 'webkitGetUserMedia', { value: undefined })
              }
            }
            """,
            new object[] { devices, isElsewhere });

        Assert.Equal(told, await page.EvaluateAsync<string>(Check));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "" }));
        await page.GotoAsync(address);
        return page;
    }
}
