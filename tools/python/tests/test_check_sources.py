"""What check_sources finds and what it lets pass."""

import unittest

from check_sources import WORKSPACE, problems, sources


class CheckSources(unittest.TestCase):
    def test_names_what_is_wrong_with_its_line(self):
        self.assertEqual(problems('"""A file."""\nimport json\nimport os\nprint(os.name)\n'), ["2: json is imported and not used"])
        self.assertEqual(problems("x = 1\n"), ["1: the file does not say what it is (docstring)"])
        self.assertRegex(problems('"""A file."""\ndef broken(:\n')[0], "^2: ")

    def test_lets_a_sound_file_pass(self):
        self.assertEqual(problems('"""A file."""\nimport os.path as place\nprint(place.sep)\n'), [])

    def test_sees_the_scripts_of_the_libraries(self):
        names = {file.name for file in sources(WORKSPACE)}
        self.assertLessEqual({"check_sources.py", "convert_adapter.py"}, names)
