namespace CecSim.Scenarios.Yaml;

/// <summary>
/// Tabs at the begin of lines. YAML 1.2.2 forbids them to indent (6.1), and allows them as any white space in brackets
/// (6.2), in lines that are empty and before comments (6.6, 6.7). YamlDotNet knows only the first two.
/// </summary>
internal static class TabbedLines
{
    /// <summary>
    /// The same text with spaces for the tabs that begin an empty line or a comment, so that all places stay. In a text
    /// over several lines nothing changes: such a line is below the indentation of a block, and folded within quotes.
    /// </summary>
    public static string BlankAtTheirBegin(string yaml)
    {
        if (!yaml.Contains('\t', StringComparison.Ordinal))
        {
            return yaml;
        }

        var changed = new StringBuilder(yaml);
        for (int begin = 0, end; begin < yaml.Length; begin = end + 1)
        {
            end = yaml.IndexOf('\n', begin);
            end = end < 0 ? yaml.Length : end;
            var content = begin;
            while (content < yaml.Length && yaml[content] is ' ' or '\t')
            {
                content++;
            }

            if (yaml[begin] == '\t' && (content == yaml.Length || yaml[content] is '\r' or '\n' or '#'))
            {
                changed.Replace('\t', ' ', begin, content - begin);
            }
        }

        return changed.ToString();
    }

    /// <summary>The first line, from a number on, whose indentation has a tab; null when there is none.</summary>
    public static int? FirstFrom(string yaml, int number)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            if (line >= number && text[..^text.TrimStart().Length].Contains('\t') && !text.IsWhiteSpace())
            {
                return line;
            }
        }

        return null;
    }
}
