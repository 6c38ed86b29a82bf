using System.Globalization;
using System.Security.Cryptography;
using CecSim.Simulation.ConnectionBar;
using Microsoft.Net.Http.Headers;
using SameSite = Microsoft.Net.Http.Headers.SameSiteMode;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// The cookies of chapter 7: the four that the document has its reader look for, and those that its figure shows beside
/// them. The bar's frame has another site than the page around it, so a browser keeps them only with SameSite=None, and
/// that only if they are Secure. Over plain HTTP browsers take Secure from addresses of this machine alone; partitioned
/// by the page around, they keep it there though they block cookies of third parties.
/// </summary>
internal static class BarCookies
{
    public const string Token = "sum_token";

    private const string Root = "/";
    private const string Context = "/service-cloud";
    private const int HexDigits = 32;

    // As the figure prints them. The first is cut off there; what stands behind the cut is closed in the shortest way.
    private const string SiteParam = "%7B%22siteVersion%22%3A%22c10%22%7D";
    private const string Menu = "6010100020004";
    private const string Texts = "99abd56465e17499d72fb37336cb1d31";

    public static void Write(HttpResponse response, BarSession session)
    {
        var isHttps = ServerAddress.Of(response.HttpContext).IsHttps;
        var isForeign = isHttps || CrossOrigin.IsOfAnotherSite(response.HttpContext.Request);
        foreach (var (name, value, path) in Of(session))
        {
            var cookie = new SetCookieHeaderValue(name, value)
            {
                Path = path,
                HttpOnly = true,
                Secure = isForeign,
                SameSite = isForeign ? SameSite.None : SameSite.Lax,
            };
            if (isForeign && !isHttps)
            {
                cookie.Extensions.Add("Partitioned");
            }

            response.Headers.Append(HeaderNames.SetCookie, cookie.ToString());
        }
    }

    private static IEnumerable<(string Name, string Value, string Path)> Of(BarSession session) =>
    [
        ("bes-site-param", SiteParam, Context + Root),
        ("com.huawei.boss.CURRENT_MENUID", Menu, Root),
        ("com.huawei.boss.CURRENT_TAB", Menu, Root),
        ("sum_atime", session.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Root),
        ("sum_gvcode_key", DigestOf(session.Sid), Root),
        ("sum_refresh_token", session.RefreshToken, Root),
        ("sum_sid", session.Sid, Root),
        (Token, session.Token, Root),
        ("u-ct", Context, Context),
        ("u-i18n", Texts, Context),
        ("u-locale", "zh_CN", Root),
    ];

    // Another one for each page, and the same whenever a space runs again.
    private static string DigestOf(string sid) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(sid)))[..HexDigits];
}
