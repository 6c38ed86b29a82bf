using System.Diagnostics;
using System.Runtime.Versioning;

namespace CecSim.Cli.Tests.Certificates;

/// <summary>Whom this machine's programs and browsers believe before, after, and after that.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TrustTests : IDisposable
{
    private const string Folder = "/usr/local/share/ca-certificates";

    /// <summary>A store of this test's own in the place of the machine's.</summary>
    private const string OwnStore =
        $"""
        mkdir $CECSIM_DATA/certs; cp -a /etc/ssl/certs/. $CECSIM_DATA/certs
        mount --bind $CECSIM_DATA/certs /etc/ssl/certs; mount -t tmpfs none {Folder}

        """;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("cecsim-trust-");
    private int _profilesCount;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task The_system_believes_the_authority_until_it_is_untrusted()
    {
        var (exitCode, output, errors) = await CecSimProcess.RunOn(
            new Surroundings(OwnStore +
                """
                verify() { openssl verify -CApath /etc/ssl/certs $CECSIM_DATA/ca.pem > /dev/null 2>&1; }
                believes() { verify && echo yes || echo no; }
                "$@" certs trust --store system; believes
                "$@" certs trust --store system
                "$@" certs untrust --store system; believes
                set -- "$@" certs untrust --store system
                """));

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(
            $"""
             ^write {Folder}/cecsim-[0-9a-f]+\.crt
             run /usr/sbin/update-ca-certificates
             yes
             is there: {Folder}/cecsim-[0-9a-f]+\.crt
             delete {Folder}/cecsim-[0-9a-f]+\.crt
             run /usr/sbin/update-ca-certificates
             no
             is not there: {Folder}/cecsim-[0-9a-f]+\.crt
             $
             """,
            output);
    }

    [Fact]
    public async Task A_user_who_may_not_is_told_what_to_have_done()
    {
        var (exitCode, output, errors) = await CecSimProcess.RunOn(
            new Surroundings($"mount -t tmpfs -o ro none {Folder}"), "certs", "trust", "--store", "system");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches(
            $@"^cecsim: system: this user cannot write {Folder}/\S+ \(.*\)\. Whoever administers this machine can run\n"
            + $@"  install -m 644 \S+/ca\.pem {Folder}/cecsim-[0-9a-f]+\.crt && /usr/sbin/update-ca-certificates\n$",
            errors);
    }

    [Fact]
    public async Task What_the_bundles_could_not_take_does_not_stay()
    {
        var (exitCode, output, errors) = await CecSimProcess.RunOn(
            new Surroundings(OwnStore +
                $"""
                printf '#!/bin/sh\necho no room >&2; exit 7\n' > $CECSIM_DATA/update; chmod +x $CECSIM_DATA/update
                mount --bind $CECSIM_DATA/update /usr/sbin/update-ca-certificates
                "$@" certs trust --store system || echo "exit code $?"
                set -- ls {Folder}
                """));

        Assert.Equal(0, exitCode);
        Assert.Matches($@"^write {Folder}/\S+\nexit code 1\n$", output);
        Assert.Equal(
            "cecsim: system: /usr/sbin/update-ca-certificates: it ended with 7. no room\n", errors);
    }

    [Fact]
    public async Task A_dry_run_does_nothing()
    {
        var (exitCode, output, errors) = await CecSimTool.RunWith(
            [("HOME", _home.FullName), ("PATH", Environment.GetEnvironmentVariable("PATH"))],
            "certs", "trust", "--dry-run");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1),
            line => Assert.StartsWith("would ", line, StringComparison.Ordinal));
        Assert.Empty(_home.EnumerateFileSystemInfos());
        Assert.Empty(Directory.EnumerateFiles(Folder, "cecsim-*"));
    }

    [Fact]
    public async Task Chromium_believes_the_server_until_it_is_untrusted()
    {
        var data = _home.CreateSubdirectory("data").FullName;
        await using var cecsim = await CecSimProcess.ServeWithAsync(data);
        var page = new Uri(cecsim.SecureAddress, "/_cecsim/health/ready");

        var before = await BrowseAsync(page);
        var trusted = await ChangeAsync(data, "trust");
        var during = await BrowseAsync(page);
        var again = await ChangeAsync(data, "trust");
        var untrusted = await ChangeAsync(data, "untrust");
        var after = await BrowseAsync(page);

        Assert.Contains(" -A -t C,, -n cecsim-", trusted, StringComparison.Ordinal);
        Assert.StartsWith("is there: cecsim-", again, StringComparison.Ordinal);
        Assert.Contains(" -D -n cecsim-", untrusted, StringComparison.Ordinal);
        Assert.Equal((false, true, false), (IsReady(before), IsReady(during), IsReady(after)));
    }

    [Fact]
    public async Task Without_certutil_its_package_is_named()
    {
        var (exitCode, output, errors) = await CecSimTool.RunWith(
            [("HOME", _home.FullName), ("PATH", "")], "certs", "trust", "--store", "browser");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Install libnss3-tools", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_authority_there_is_nothing_to_take_back()
    {
        var (exitCode, output, _) = await CecSimTool.RunWith([("CECSIM_DATA", _home.FullName)], "certs", "untrust");

        Assert.Equal((0, $"There is no CA in {_home.FullName}, so nobody trusts it.\n"), (exitCode, output));
        Assert.Empty(_home.EnumerateFileSystemInfos());
    }

    private static bool IsReady(string page) => page.Contains("""{"status":"ready"}""", StringComparison.Ordinal);

    private async Task<string> ChangeAsync(string data, string verb)
    {
        var (exitCode, output, errors) = await CecSimTool.RunWith(
            [
                ("HOME", _home.FullName), ("CECSIM_DATA", data),
                ("PATH", Environment.GetEnvironmentVariable("PATH")),
            ],
            "certs", verb, "--store", "browser");
        Assert.Equal((0, ""), (exitCode, errors));
        return output;
    }

    /// <summary>What this user's browser makes of a page, with a profile that it has never had before.</summary>
    private async Task<string> BrowseAsync(Uri page)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                $"--user-data-dir={_home.CreateSubdirectory($"profile-{++_profilesCount}").FullName}",
                "--dump-dom", $"{page}",
            ]);
        using var browser = CecSimProcess.Start(start, _home.FullName, [("HOME", _home.FullName)]);
        var errors = browser.StandardError.ReadToEndAsync(TestEnds);
        var text = await browser.StandardOutput.ReadToEndAsync(TestEnds);
        await browser.WaitForExitAsync(TestEnds);
        await errors;
        return text;
    }
}
